/**
 * The audit log in the API: its texts, the form of its lines, and the fields of objects that differ. One package, because most classes
 * are the texts or the fields of one kind of object, and they have no other structure.
 */
@NullMarked
package dev.flagledger.contract.view.audit;

import org.jspecify.annotations.NullMarked;
