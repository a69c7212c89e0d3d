/**
 * What applications ask, through Flagsmith's SDKs or OpenFeature's: one room for each kind of question. They come by servlets of
 * their own, whose door stands in {@code flags}, and no admin's question comes this way.
 */
@NullMarked
package dev.flagledger.query.sdk;

import org.jspecify.annotations.NullMarked;
