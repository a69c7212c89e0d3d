/** State as the wire has it. Record components bear the wire's names in camel case, in the wire's order. */
@NullMarked
package dev.flagledger.engine.view;

import org.jspecify.annotations.NullMarked;
