/** The texts of the audit log. */
@NullMarked
package dev.flagledger.contract.view.audit;

import org.jspecify.annotations.NullMarked;
