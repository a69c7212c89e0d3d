/** Users, their accounts and sessions. */
@NullMarked
package dev.flagledger.contract.view.user;

import org.jspecify.annotations.NullMarked;
