/** Response bodies: one record per shape, in a package per resource. */
@NullMarked
package dev.flagledger.contract.view;

import org.jspecify.annotations.NullMarked;
