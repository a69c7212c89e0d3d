/** Recent exports and imports of features, without those of deleted environments, and the files of exports. */
@NullMarked
package dev.flagledger.query.transfer;

import org.jspecify.annotations.NullMarked;
