import {newsItem, reference, theme, words, type Attributes, type Case} from './builders.ts'

const photo = (attributes: Attributes) => ({
  _type: 'imageWithCredit',
  asset: reference('image-tea-800x600-jpg'),
  alt: words('Plukkers in een theeveld in Malawi', 'Pickers in a tea field in Malawi'),
  credit: '© ILO/Marcel Crozet',
  ...attributes,
})

const title = words('Thee uit Malawi', 'Tea from Malawi')

export const photoCases: Case[] = [
  {
    rule: 'photo-alt',
    name: 'described in both languages of the news',
    documents: [newsItem('news', {title, image: photo({})})],
    finds: [],
  },
  {
    rule: 'photo-alt',
    name: 'described in Dutch only, as the legacy captions are',
    documents: [newsItem('news', {title, image: photo({alt: words('Plukkers in een theeveld')})})],
    finds: ['image.alt'],
  },
  {
    rule: 'photo-alt',
    name: 'described in English only',
    documents: [newsItem('news', {title, image: photo({alt: words(undefined, 'Pickers')})})],
    finds: ['image.alt'],
  },
  {
    rule: 'photo-alt',
    name: 'described in Dutch, in news that is in Dutch only',
    documents: [newsItem('news', {title: words('Thee'), image: photo({alt: words('Plukkers')})})],
    finds: [],
  },
  {
    rule: 'photo-alt',
    name: 'blanks in both languages',
    documents: [newsItem('news', {title, image: photo({alt: words(' ', '')})})],
    finds: ['image.alt', 'image.alt'],
  },
  {
    rule: 'photo-alt',
    name: 'no photo chosen yet',
    documents: [newsItem('news', {title, image: {_type: 'imageWithCredit'}})],
    finds: [],
  },
  {
    rule: 'photo-alt',
    name: 'a document without a photo',
    documents: [theme('theme', {title})],
    finds: [],
  },
  {
    rule: 'photo-credit',
    name: 'the photographer and the owner',
    documents: [newsItem('news', {title, image: photo({})})],
    finds: [],
  },
  {
    rule: 'photo-credit',
    name: 'a blank',
    documents: [newsItem('news', {title, image: photo({credit: ' '})})],
    finds: ['image.credit'],
  },
  {
    rule: 'photo-credit',
    name: 'a photo among the blocks of a text',
    documents: [newsItem('news', {title, body: [{...photo({credit: ''}), _key: 'a'}]})],
    finds: ['body[a].credit'],
  },
]
