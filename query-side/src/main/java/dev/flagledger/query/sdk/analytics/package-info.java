/** Reports of how often applications evaluated which features. Unknown features are ignored. */
@NullMarked
package dev.flagledger.query.sdk.analytics;

import org.jspecify.annotations.NullMarked;
