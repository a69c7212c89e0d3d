/** Identity providers of organisations. */
@NullMarked
package dev.flagledger.engine.state.organisation.provider;

import org.jspecify.annotations.NullMarked;
