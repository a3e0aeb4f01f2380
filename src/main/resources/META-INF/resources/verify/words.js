// What the page says, in both languages.

const STEPS = {
  HARVESTED: ["采收", "Harvested"],
  CORRECTED: ["更正", "Corrected"],
  COMMITTED: ["生产者开具承诺达标合格证", "Producer's commitment certificate issued"],
  REFUSED: ["核验未通过", "Certification refused"],
  CERTIFIED: ["乡镇核验通过", "Certified by the township"],
  SUSPENDED: ["暂停销售，等待复核", "Sale suspended for review"],
  LIFTED: ["复核无误，恢复销售", "Review passed, sale resumed"],
  REVOKED: ["认证撤销", "Certification revoked"],
  TESTED: ["农残速测", "Rapid residue test"],
  LAB_REPORTED: ["实验室检测报告", "Laboratory report"],
  LABELLED: ["印制标签", "Labels issued"],
  TAKEN_IN: ["收购入库", "Taken in by a collector"],
  LABELS_VOIDED: ["标签作废", "Labels voided"],
  MADE: ["用其他批次做成", "Made of other lots"],
  PASSED_ON: ["有一部分转入其他批次", "A part passed on into other lots"],
  SHRUNK: ["有一部分损耗", "A part shrank"],
  DESTROYED: ["有一部分销毁", "A part was destroyed"],
  SOLD: ["卖出", "Sold"],
  PACKED: ["装箱", "Packed into boxes"],
  SHIPPED: ["发货", "Shipped"],
  RECEIVED: ["买家收到", "Received by the buyer"],
  HELD: ["可能要召回，先停下", "Held: it may be recalled"],
  RELEASED: ["查过没有问题，放行", "Nothing found, released"],
  RECALLED: ["召回", "Recalled"],
  FOUND: ["召回的货找回", "Recalled goods found again"],
  CLOSED: ["召回结束", "Recall closed"],
};

const WORDS = {
  title: ["验一验", "Check it yourself"],
  lead: [
    "不用信我们，您的手机自己算。打开过这一页，没有网也能验。",
    "You need not trust us: your own device does the sums. Once this page was open, it works without a network.",
  ],
  labelTitle: ["验标签", "Check a label"],
  labelHint: ["扫码后，把网址整行贴在这里。", "Scan the code and paste the whole address here."],
  labelButton: ["验标签", "Check the label"],
  proofTitle: ["验记录", "Check a record"],
  proofHint: ["在扫码页存下证明文件，在这里打开。", "Save the proof file from the scan page and open it here."],
  proofButton: ["选证明文件", "Choose the proof file"],
  valid: ["真的。这枚标签是%s发的，一个字也没改过。", "Genuine. This label was issued by %s; not a letter was changed."],
  validMore: [
    "标签能被人照样印。请再看扫码页上“一共扫过”几次。",
    "A label can still be copied: look at how often it was scanned on the scan page.",
  ],
  unsigned: ["这枚标签上没有签名，这里验不了。", "This label carries no signature, so it cannot be checked here."],
  unsignedMore: ["小标签印不下签名。请打开扫码页看。", "Small labels have no room for one. Open the scan page instead."],
  wrong: ["不对。签名和标签对不上，这枚标签不是我们发的，或者被改过。", "Wrong. Signature and label do not fit: it is not ours, or was changed."],
  "wrong-more": ["先不要吃，找卖家问清楚。", "Do not eat it yet; ask the seller."],
  "unknown-key": ["验不了。标签用的钥匙这里没有。", "Cannot be checked: the label names a key that is not known here."],
  "unknown-keyMore": ["连上网再打开这一页，钥匙会更新。", "Open this page again with a network; the keys are renewed then."],
  revoked: ["不能信。签名对，但这把钥匙已经吊销。", "Not to be believed: rightly signed, but the key was revoked."],
  early: ["不能信。签名对，但这把钥匙还没有启用。", "Not to be believed: rightly signed, but the key is not valid yet."],
  late: ["签名对，但这把钥匙已经过期。", "Rightly signed, but the key is no longer valid."],
  keyMore: ["请打开扫码页看这一批现在怎样。", "Open the scan page to see how the lot stands now."],
  link: ["这行字不是标签的网址，或者抄错了。", "This is not a label’s address, or it was copied wrongly."],
  linkMore: ["请从头再扫一次，整行贴过来。", "Scan again and paste the whole line."],
  proved: ["没错。这条记录在公开日志里，从写下起没有改过。", "Right. This record is in the public log and was not changed since it was written."],
  provedMore: ["它是第 %s 条；日志签名时一共 %s 条。", "It is number %s; the log had %s when it signed."],
  seen: ["%s也看过并签了名。", "%s has seen and signed this, too."],
  notProved: ["不对。这份证明对不上，或者被改过。", "Wrong. The proof does not fit, or was changed."],
  notProvedMore: ["请从扫码页再存一次。还是不对，请打 12345。", "Save it again from the scan page. If it is still wrong, call 12345."],
  away: ["这条记录现在取不到。", "This record can’t be had right now."],
  awayMore: ["连上网，过一会儿再试。", "Connect to the network and try again later."],
  step: ["做了什么", "Step"],
  lot: ["批号", "Lot"],
  weight: ["这批共", "Weight"],
  when: ["哪天", "When"],
  number: ["认证编号", "Certification"],
  until: ["有效到", "Valid until"],
  old: ["这个浏览器太旧，算不了签名。请换一个新的浏览器，或请人在电脑上验。", "This browser is too old to check signatures. Use a newer one, or a computer."],
  open: ["打开扫码页", "Open the scan page"],
};

const english = /[?&]lang=en\b/.test(location.search) || (!/[?&]lang=zh\b/.test(location.search) && !navigator.language.startsWith("zh"));

export const lang = english ? "en" : "zh-CN";

/** The words of a key, each %s replaced in turn. */
export function say(key, ...values) {
  let i = 0;
  return WORDS[key][english ? 1 : 0].replace(/%s/g, () => values[i++]);
}

export const has = (key) => key in WORDS;

export const step = (type) => (STEPS[type] || [type, type])[english ? 1 : 0];

/** 30,000 斤 (15,000 公斤); 15,000 kg. */
export function weight(grams) {
  const number = (n) => n.toLocaleString("en-US", { maximumFractionDigits: 3 });
  return english ? `${number(grams / 1000)} kg` : `${number(grams / 500)} 斤`;
}

export function day(text) {
  const [year, month, date] = text.slice(0, 10).split("-").map(Number);
  return english
    ? new Date(Date.UTC(year, month - 1, date)).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
    : `${year}年${month}月${date}日`;
}

/** The day in China of a moment. */
export const dayOf = (instant) => day(new Date(Date.parse(instant) + 8 * 3600 * 1000).toISOString());
