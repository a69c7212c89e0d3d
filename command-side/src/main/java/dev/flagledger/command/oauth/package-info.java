/** The endpoints of the OAuth 2.1 authorization server, for command-line programs and MCP clients that act for users. */
@NullMarked
package dev.flagledger.command.oauth;

import org.jspecify.annotations.NullMarked;
