/** Lists in pages, as Flagsmith's clients walk them: numbered from 1, with absolute links to the neighbours. */
@NullMarked
package dev.flagledger.platform.paging;

import org.jspecify.annotations.NullMarked;
