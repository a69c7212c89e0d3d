/** Features with their options, health and code references. */
@NullMarked
package dev.flagledger.contract.view.feature;

import org.jspecify.annotations.NullMarked;
