/**
 * The paths below {@code /flags/} and {@code /identities/} that name a feature or an identity: the options of a feature,
 * and the routes of Flagsmith's first SDKs, which no current SDK uses.
 */
@NullMarked
package dev.flagledger.query.sdk.paths;

import org.jspecify.annotations.NullMarked;
