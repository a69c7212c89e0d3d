/** Roles of organisations in the admin API: their permissions, and who holds them. */
@NullMarked
package dev.flagledger.contract.view.role;

import org.jspecify.annotations.NullMarked;
