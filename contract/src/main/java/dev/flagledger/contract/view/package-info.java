/** What goes out: one record for each shape of an answer, by what it shows. */
@NullMarked
package dev.flagledger.contract.view;

import org.jspecify.annotations.NullMarked;
