package dev.flagledger.contract.scim;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AuthenticationScheme;
import com.unboundid.scim2.common.types.BulkConfig;
import com.unboundid.scim2.common.types.ChangePasswordConfig;
import com.unboundid.scim2.common.types.ETagConfig;
import com.unboundid.scim2.common.types.FilterConfig;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Meta;
import com.unboundid.scim2.common.types.PatchConfig;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.SortConfig;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What this server says of its own SCIM: RFC 7643, 5 to 7. Each is made anew, with the address of SCIM's routes in it. */
public final class ScimDiscovery {

    private static final Set<String> OF_USERS = Set.of("userName", "name", "displayName", "emails", "active", "groups");
    private static final Set<String> OF_GROUPS = Set.of("displayName", "members");

    private ScimDiscovery() {}

    /** Returns what is supported. */
    public static ServiceProviderConfigResource configuration(String base) {
        var configuration = new ServiceProviderConfigResource(
                null,
                new PatchConfig(true),
                new BulkConfig(false, 0, 0),
                new FilterConfig(true, ScimQuery.MOST),
                new ChangePasswordConfig(false),
                new SortConfig(false),
                new ETagConfig(false),
                List.of(AuthenticationScheme.createOAuth2BearerToken(true)));
        configuration.setMeta(meta("ServiceProviderConfig", base + "ServiceProviderConfig"));
        return configuration;
    }

    /** Returns the types of resources. */
    public static List<ResourceTypeResource> resourceTypes(String base) {
        return List.of(
                type("User", "Users", UserResource.class, base), type("Group", "Groups", GroupResource.class, base));
    }

    /** Returns the schemas, with the attributes that this server keeps or shows. */
    public static List<SchemaResource> schemas(String base) {
        return List.of(
                schema(UserResource.class, "User", OF_USERS, base),
                schema(GroupResource.class, "Group", OF_GROUPS, base));
    }

    private static ResourceTypeResource type(String name, String endpoint, Class<?> type, String base) {
        var resource = new ResourceTypeResource(
                name, name, URI.create("/" + endpoint), URI.create(SchemaUtils.getSchemaUrn(type)));
        resource.setId(name);
        resource.setMeta(meta("ResourceType", base + "ResourceTypes/" + name));
        return resource;
    }

    private static SchemaResource schema(Class<?> type, String name, Set<String> shown, String base) {
        try {
            List<AttributeDefinition> attributes = SchemaUtils.getAttributes(type).stream()
                    .filter(attribute -> shown.contains(attribute.getName()))
                    .toList();
            var urn = SchemaUtils.getSchemaUrn(type);
            var resource = new SchemaResource(urn, name, name, attributes);
            resource.setMeta(meta("Schema", base + "Schemas/" + urn));
            return resource;
        } catch (IntrospectionException e) {
            throw new IllegalStateException("resources are beans", e);
        }
    }

    private static Meta meta(String type, String location) {
        return new Meta().setResourceType(type).setLocationString(location);
    }
}
