/** Features: name, initial state, multivariate options and owners. */
@NullMarked
package dev.flagledger.api.feature;

import org.jspecify.annotations.NullMarked;
