/**
 * The texts of the audit log, and the form of a difference. One package, because each class is the texts of one family of events, and
 * they have no other structure.
 */
@NullMarked
package dev.flagledger.contract.view.audit;

import org.jspecify.annotations.NullMarked;
