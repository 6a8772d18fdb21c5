/** Forenames that stand for one another (Bill for William): every form to the form that stands for them all. In lower case. */
export const fullForename: ReadonlyMap<string, string> = new Map(
  `abraham abe;albert al bert;alexander alex sandy sasha aleksandr alexandr aleksander oleksandr alejandro;alfred alf fred;andrew andy drew andrei andriy andrii;anthony tony antony;arthur art;barbara barb;
  benjamin ben benny binyamin;bernard bernie;catherine cathy kathy kate katherine katharine kathryn cate katie;charles charlie chuck chas;christopher chris kit;christine chrissie chris christina tina;daniel dan danny;david dave davey;deborah debbie deb debra;
  dmitry dmitri dmytro dimitri;donald don donnie;dorothy dot;douglas doug;edward ed eddie ted teddy ned;elizabeth liz beth betty lizzie eliza;eugene gene;evgeny yevgeny evgeni yevgeniy;frances fran;francis frank;franklin frank;frederick fred freddie;gabriel gabe;gary gaz;geoffrey geoff;
  gerald gerry jerry;gregory greg;harold harry hal;henry harry hank;isabella bella;jacob jake;jacqueline jackie jacqui;james jim jimmy jamie;janet jan;jeffrey jeff;jennifer jen jenny;jessica jess;jeremy jerry;john jack johnny jon;jonathan jon jonny;joseph joe joey jo;joshua josh;judith judy;
  kenneth ken kenny;kimberly kim;lawrence larry laurence;leonard len lenny leo;louis lou;margaret maggie meg peggy;martin marty;matthew matt;maxwell max;michael mike mick mickey micky;mikhail mikheil mykhailo;mohammed mohamed muhammad mohammad mohamad;nancy nan;nathaniel nat nathan nate;nicholas nick nicky nicolas;oliver ollie olli;
  oleksiy alexei aleksei oleksii alexey;pamela pam;patricia pat patty tricia trish;patrick pat paddy;peter pete;philip phil phillip;rachel rach;randall randy;raymond ray;rebecca becky;richard dick rick ricky rich richie;robert bob bobby rob robbie bert;rodney rod;roger rog;ronald ron ronnie;rudolph rudy;russell russ;
  samuel sam sammy;sandra sandy;serhiy sergei sergey serhii sergiy;sidney sid sydney;stanley stan;stephen steve steven stephan stevie;stuart stu stewart;susan sue susie;suzanne sue;terence terry;theodore ted teddy theo;thomas tom tommy;timothy tim;victor vic viktor;vincent vince vinny;vladimir volodymyr;volodymyr vladimir;walter walt wally;wesley wes;william bill billy will willie liam;
  yuri yury yuriy iurii;zachary zach zack`
    .split(';')
    .flatMap(group => {
      const [full, ...short] = group.trim().split(/\s+/)
      return [full, ...short].map(form => [form, full] as const)
    })
    .reverse(),
)
