package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are mailed.
 *
 * @param from sender, as {@code Name <address>}
 * @param dispatch whether this node sends by itself; without a mail server it never does
 * @param pollInterval how often a node looks for mails that are due, apart from those of its own
 *     steps, which it sends at once
 * @param batchSize how many mails one connection takes at most
 * @param lease how long a dispatcher may keep the mails it took before another one may take them
 * @param firstBackOff pause after the first unsuccessful attempt; doubles with each one
 * @param maxBackOff longest pause between two attempts
 * @param maxPerMinute how many mails this node hands over in a minute; 0 for no limit
 * @param showSecrets whether administrators see links to choose a password; for demonstrations
 *     without a mail server only
 */
@ConfigurationProperties("rede-info.notification")
public record NotificationProperties(
    @DefaultValue("Rede INFO Aberta <nao-responda@rede-info.example>") String from,
    @DefaultValue("true") boolean dispatch,
    @DefaultValue("PT30S") Duration pollInterval,
    @DefaultValue("25") int batchSize,
    @DefaultValue("PT5M") Duration lease,
    @DefaultValue("PT30S") Duration firstBackOff,
    @DefaultValue("PT30M") Duration maxBackOff,
    @DefaultValue("300") int maxPerMinute,
    @DefaultValue("false") boolean showSecrets) {}
