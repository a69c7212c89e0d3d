/** Groups and granted permissions. */
@NullMarked
package dev.flagledger.contract.view.grant;

import org.jspecify.annotations.NullMarked;
