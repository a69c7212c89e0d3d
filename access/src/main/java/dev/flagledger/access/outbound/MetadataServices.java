package dev.flagledger.access.outbound;

import java.util.List;
import java.util.stream.Stream;

/** The services from which machines in clouds get their metadata and credentials. */
final class MetadataServices {

    /** What clouds document as the addresses of their metadata, credentials and agents, which only the machine itself may ask. */
    static final List<Cidr> ADDRESSES = Stream.of(
                    "100.100.100.200/32", // Alibaba Cloud
                    "168.63.129.16/32", // Azure's host, beside 169.254.169.254
                    "169.254.169.254/32", // most clouds
                    "169.254.170.2/32", // AWS ECS
                    "169.254.170.23/32", // AWS EKS
                    "192.0.0.192/32", // Oracle Cloud
                    "fd00:ec2::23/128", // AWS EKS
                    "fd00:ec2::254/128", // AWS
                    "fd20:ce::254/128") // Google Cloud
            .map(Cidr::valueOf)
            .toList();

    private MetadataServices() {}
}
