/** Pagination of lists. */
@NullMarked
package dev.flagledger.contract.paging;

import org.jspecify.annotations.NullMarked;
