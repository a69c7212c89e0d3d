/** The names under which events are stored. */
@NullMarked
package dev.flagledger.api.catalogue;

import org.jspecify.annotations.NullMarked;
