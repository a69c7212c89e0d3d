/** Feature states in the SDK API and in the admin API. */
@NullMarked
package dev.flagledger.contract.view.flag;

import org.jspecify.annotations.NullMarked;
