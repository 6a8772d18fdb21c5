/** News agencies and wires as datelines and bylines name them, in lower case. */
export const agencies: ReadonlySet<string> = new Set(
  `reuters|thomson reuters|thomson reuters foundation|ap|associated press|the associated press|afp|agence france-presse|dpa|dpa international|dpa-afx|upi
  |pa|pa media|press association|aap|cp|the canadian press|xinhua|tass|itar-tass|interfax|interfax-ukraine|ukrinform|ria novosti|belta|ansa|efe|apa|ats|belga|anp|ntb|tt|ritzau|stt
  |kyodo|kyodo news|jiji|yonhap|cna|pti|ians|ani|uni|bernama|antara|anadolu|aa|mena|wafa|spa|wam|irna|isna|petra|sana|bloomberg|dow jones|marketwatch|cnbc|cnn|bbc|npr|voa|rfe/rl|rfe-rl|rfi|dw
  |business wire|businesswire|pr newswire|prnewswire|globe newswire|globenewswire|accesswire|newsfile|inter press service|ips|irin|religion news service|rns|catholic news service|cns|states newsroom|kff health news
  |reuters breakingviews|breakingviews|reuters health|the conversation|propublica`
    .replace(/\n\s*/g, '')
    .split('|'),
)
