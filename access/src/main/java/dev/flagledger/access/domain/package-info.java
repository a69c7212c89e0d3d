/** Mail domains of organisations: the record that proves one, and how it is looked up. */
@NullMarked
package dev.flagledger.access.domain;

import org.jspecify.annotations.NullMarked;
