/**
 * The rows of identities and their traits: how they are inserted, and how the events that are appended change them. All but their removal
 * with their environment is written here.
 */
@NullMarked
package dev.flagledger.installation.identity.log.row;

import org.jspecify.annotations.NullMarked;
