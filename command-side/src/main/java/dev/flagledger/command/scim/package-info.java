/** Provisioning by SCIM: its set-up, and what directories change. */
@NullMarked
package dev.flagledger.command.scim;

import org.jspecify.annotations.NullMarked;
