/** What the tables that projections write owe to those who read them: to show every change that was answered for. */
@NullMarked
package dev.flagledger.ledger.projection;

import org.jspecify.annotations.NullMarked;
