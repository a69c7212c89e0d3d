/** The fields of objects that differ, by their names in the API, wherever a difference is shown. */
@NullMarked
package dev.flagledger.contract.view.audit.field;

import org.jspecify.annotations.NullMarked;
