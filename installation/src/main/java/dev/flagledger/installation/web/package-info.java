/** What the ledger means for requests: positions that clients wait for, and answers when it cannot serve. */
@NullMarked
package dev.flagledger.installation.web;

import org.jspecify.annotations.NullMarked;
