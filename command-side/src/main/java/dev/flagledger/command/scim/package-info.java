/** Provisioning by SCIM: its part of the organisation's aggregate, its set-up, and what directories change. */
@NullMarked
package dev.flagledger.command.scim;

import org.jspecify.annotations.NullMarked;
