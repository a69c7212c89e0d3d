package dev.flagledger.contract.view.audit.field;

import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The custom fields of an object. */
public final class MetadataFields {

    private MetadataFields() {}

    /** A change of custom fields, in the shape of a write. */
    public static FieldChange change(List<MetadataValue> old, List<MetadataValue> now) {
        return new FieldChange("metadata", written(old), written(now));
    }

    private static List<Map<String, Object>> written(List<MetadataValue> values) {
        return values.stream().map(MetadataFields::written).toList();
    }

    private static Map<String, Object> written(MetadataValue value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model_field", value.modelFieldId());
        fields.put("field_value", value.value());
        return fields;
    }
}
