/** Single JSON values: how texts, numbers, times and choices are read, by the rules of Django REST Framework 3.15. */
@NullMarked
package dev.flagledger.contract.form.value;

import org.jspecify.annotations.NullMarked;
