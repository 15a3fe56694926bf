// Mail domains that say nothing of an employer: providers of private mail, and the addresses that forges make.

/** Whether an address under this domain stands for a person only. */
export function isPersonalDomain(domain: string): boolean {
  return (
    PROVIDERS.has(domain) ||
    FORGES.some((forge) => domain === forge || domain.endsWith(`.${forge}`)) ||
    /^(?:yahoo|hotmail|live|outlook)\.[a-z.]+$/.test(domain)
  );
}

/** `users.noreply.github.com`, and what other forges and tools write where an address is hidden or missing. */
const FORGES = [
  "noreply.github.com",
  "noreply.gitlab.com",
  "noreply.codeberg.org",
  "noreply.gitea.com",
  "noreply.localhost",
  "noreply.bitbucket.org",
];

const PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com ymail.com rocketmail.com msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com gmx.ch gmx.at web.de t-online.de freenet.de
  arcor.de posteo.de posteo.net mailbox.org mail.ru yandex.ru yandex.com bk.ru inbox.ru list.ru rambler.ru ukr.net i.ua qq.com foxmail.com 163.com 126.com 139.com sina.com
  sina.cn yeah.net aliyun.com naver.com hanmail.net daum.net nate.com protonmail.com protonmail.ch proton.me pm.me tutanota.com tutanota.de tuta.io fastmail.com
  fastmail.fm mail.com email.com zoho.com hey.com riseup.net disroot.org bluewin.ch hispeed.ch sunrise.ch free.fr orange.fr wanadoo.fr laposte.net sfr.fr libero.it
  virgilio.it tin.it alice.it seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl op.pl telenet.be skynet.be ziggo.nl xs4all.nl planet.nl kpnmail.nl online.no telia.com
  comcast.net verizon.net att.net sbcglobal.net cox.net earthlink.net bellsouth.net charter.net shaw.ca rogers.com bigpond.com optusnet.com.au btinternet.com
  ntlworld.com sky.com virginmedia.com rediffmail.com uol.com.br bol.com.br terra.com.br cock.li airmail.cc users.sourceforge.net`
    .trim()
    .split(/\s+/),
);
