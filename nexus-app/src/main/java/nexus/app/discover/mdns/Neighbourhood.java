package nexus.app.discover.mdns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// What was heard of services near by that may be LLM servers. Bounded, whatever is announced; one thread's.
public final class Neighbourhood {

    /// Services that are remembered; what is announced beyond is ignored.
    public static final int MOST = 256;

    private static final int MOST_ADDRESSES = 8;
    /// A service that wasn't heard of in so many rounds is gone.
    private static final int ROUNDS = 2;

    private static final class Instance {
        private Optional<DnsRecord.Service> service = Optional.empty();
        private int heard;
    }

    private final BiPredicate<InetAddress, InetAddress> acceptable;
    private final Map<DnsName, Instance> instances = new LinkedHashMap<>();
    private final Map<DnsName, Set<InetAddress>> hosts = new HashMap<>();
    private int round;
    private boolean overflowed;

    /// @param acceptable whether an address that was announced, first, may be asked when this one, second, says so
    public Neighbourhood(BiPredicate<InetAddress, InetAddress> acceptable) {
        this.acceptable = acceptable;
    }

    /// Takes a packet in.
    ///
    /// @param length how many of the bytes count
    /// @param from   who sent it
    public void hear(byte[] packet, int length, InetAddress from) {
        if (!acceptable.test(from, from)) {
            return; // RFC 6762, section 11: only the own link has a say
        }
        DnsReader.answer(packet, length).ifPresent(records -> {
            // What a record is about stands in another one of the same packet, in any order.
            records.forEach(this::pointer);
            records.forEach(this::service);
            // Once a packet, not once a record: a full one has 512.
            var needed = neededHosts();
            hosts.keySet().retainAll(needed);
            records.forEach(record -> address(record, from, needed));
        });
    }

    private void pointer(DnsRecord record) {
        if (!(record instanceof DnsRecord.Pointer(DnsName type, DnsName target, long _))
                || !ServiceTypes.matches(type, target)) {
            return;
        }
        if (record.isGone()) {
            instances.remove(target);
        } else if (instances.containsKey(target) || instances.size() < MOST) {
            instances.computeIfAbsent(target, _ -> new Instance()).heard = round;
        } else {
            overflowed = true;
        }
    }

    private void service(DnsRecord record) {
        if (!(record instanceof DnsRecord.Service service) || !instances.containsKey(service.name())) {
            return;
        }
        if (service.isGone()) {
            instances.remove(service.name());
        } else {
            var instance = instances.get(service.name());
            instance.service = Optional.of(service);
            instance.heard = round;
        }
    }

    private void address(DnsRecord record, InetAddress from, Set<DnsName> needed) {
        if (!(record instanceof DnsRecord.Address(DnsName host, InetAddress address, long _))
                || !needed.contains(host)) {
            return;
        }
        var addresses = hosts.computeIfAbsent(host, _ -> new LinkedHashSet<>());
        if (record.isGone()) {
            addresses.remove(address);
        } else if (addresses.size() < MOST_ADDRESSES && acceptable.test(address, from)) {
            addresses.add(address);
        }
    }

    private Set<DnsName> neededHosts() {
        return instances.values().stream()
                .flatMap(instance -> instance.service.stream())
                .map(DnsRecord.Service::host)
                .collect(Collectors.toSet());
    }

    /// Ends a round of asking: who wasn't heard of in this one nor the last is gone.
    public void endRound() {
        round++;
        instances.values().removeIf(instance -> round - instance.heard >= ROUNDS);
        hosts.keySet().retainAll(neededHosts());
    }

    /// The services whose place is known, in the order they were first heard of; each place once.
    public List<Announced> services() {
        var services = new LinkedHashSet<Announced>();
        for (var instance : instances.values()) {
            instance.service
                    .filter(service -> service.port() > 0)
                    .flatMap(this::placed)
                    .ifPresent(services::add);
        }
        return List.copyOf(services);
    }

    private Optional<Announced> placed(DnsRecord.Service service) {
        return hosts.getOrDefault(service.host(), Set.of()).stream()
                .min(Comparator.comparing(address -> address instanceof Inet4Address ? 0 : 1))
                .map(address -> new Announced(service.host().dotted(), address, service.port()));
    }

    /// What to ask now: for services, and for what is missing of those that are known.
    public byte[] question() {
        var questions = new ArrayList<DnsQuestion>();
        ServiceTypes.ALL.forEach(type -> questions.add(new DnsQuestion(type, DnsQuestion.PTR)));
        instances.forEach((name, instance) -> {
            if (instance.service.isEmpty()) {
                questions.add(new DnsQuestion(name, DnsQuestion.SRV));
            } else if (hosts.getOrDefault(instance.service.get().host(), Set.of())
                    .isEmpty()) {
                questions.add(new DnsQuestion(instance.service.get().host(), DnsQuestion.A));
            }
        });
        return DnsQuestion.message(questions);
    }

    /// Whether more was announced than is remembered.
    public boolean overflowed() {
        return overflowed;
    }
}
