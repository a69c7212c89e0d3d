/** Where applications report how often they evaluated which features. What is not known here is passed over in silence. */
@NullMarked
package dev.flagledger.query.sdk.analytics;

import org.jspecify.annotations.NullMarked;
