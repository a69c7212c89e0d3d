/** What is stored of invitations beside the log: their secrets, and the ids of people who have no account yet. */
@NullMarked
package dev.flagledger.access.invite;

import org.jspecify.annotations.NullMarked;
