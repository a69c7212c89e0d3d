/** The audit log in the API: its texts, and the form of its lines. */
@NullMarked
package dev.flagledger.contract.view.audit;

import org.jspecify.annotations.NullMarked;
