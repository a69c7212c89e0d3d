/** Workloads that organisations trust. */
@NullMarked
package dev.flagledger.engine.state.organisation.trust;

import org.jspecify.annotations.NullMarked;
