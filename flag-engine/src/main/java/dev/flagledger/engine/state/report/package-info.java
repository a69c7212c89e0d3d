/** Reports about features from outside: references found in code repositories, and health reported by monitoring. */
@NullMarked
package dev.flagledger.engine.state.report;

import org.jspecify.annotations.NullMarked;
