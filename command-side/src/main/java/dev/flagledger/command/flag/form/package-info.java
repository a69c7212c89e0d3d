/** Forms of feature states: values in both notations, variants, identities, and read-only fields. */
@NullMarked
package dev.flagledger.command.flag.form;

import org.jspecify.annotations.NullMarked;
