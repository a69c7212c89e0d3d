/** The texts of the audit log, and the form of a difference. */
@NullMarked
package dev.flagledger.contract.view.audit;

import org.jspecify.annotations.NullMarked;
