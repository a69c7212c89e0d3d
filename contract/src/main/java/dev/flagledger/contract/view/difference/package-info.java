/** Differences of two states of a project, in the form of the audit log. */
@NullMarked
package dev.flagledger.contract.view.difference;

import org.jspecify.annotations.NullMarked;
