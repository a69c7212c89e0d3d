/** Which module may know which, as rules that run over the compiled classes of all of them. */
@NullMarked
package dev.flagledger.standalone.boundaries;

import org.jspecify.annotations.NullMarked;
