/** Lists that are given out page by page. */
@NullMarked
package dev.flagledger.contract.paging;

import org.jspecify.annotations.NullMarked;
