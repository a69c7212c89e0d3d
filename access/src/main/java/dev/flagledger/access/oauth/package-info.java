/**
 * What users let applications do for them by OAuth: consents, codes and tokens. Messages of the protocol are read and checked by Nimbus'
 * library.
 */
@NullMarked
package dev.flagledger.access.oauth;

import org.jspecify.annotations.NullMarked;
