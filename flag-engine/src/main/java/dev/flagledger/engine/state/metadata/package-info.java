/** Custom fields of organisations and projects, and the kinds of objects that they are attached to. */
@NullMarked
package dev.flagledger.engine.state.metadata;

import org.jspecify.annotations.NullMarked;
