/** The admin API's reads of features, with their states in an environment. */
@NullMarked
package dev.flagledger.query.feature;

import org.jspecify.annotations.NullMarked;
