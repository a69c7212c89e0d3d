/**
 * The endpoints for applications, which use Flagsmith's SDKs or OpenFeature's: one package for each kind of request. They are
 * servlets of their own, based on those in {@code flags}, and pass no filter of the admin API.
 */
@NullMarked
package dev.flagledger.query.sdk;

import org.jspecify.annotations.NullMarked;
