/** What an application says about an identity: its identifier and its traits. */
@NullMarked
package dev.flagledger.query.sdk.identities.request;

import org.jspecify.annotations.NullMarked;
