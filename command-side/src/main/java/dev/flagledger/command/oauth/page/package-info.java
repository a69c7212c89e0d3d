/**
 * The page on which a person lets an application act for them, where no dashboard has one. It has no script, loads nothing, and keeps no
 * session: who consents proves in the same request who they are.
 */
@NullMarked
package dev.flagledger.command.oauth.page;

import org.jspecify.annotations.NullMarked;
