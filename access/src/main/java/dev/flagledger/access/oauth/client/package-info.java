/** OAuth clients: who they are, where browsers are sent back to them, how they register and prove who they are. */
@NullMarked
package dev.flagledger.access.oauth.client;

import org.jspecify.annotations.NullMarked;
