/** Features with their options, health and places in code. */
@NullMarked
package dev.flagledger.contract.view.feature;

import org.jspecify.annotations.NullMarked;
